import { type CloudWatchClient, PutMetricDataCommand } from '@aws-sdk/client-cloudwatch';
import { NAMESPACE } from '../metrics/names.ts';
import type { MetricSink } from '../ports.ts';

/** PutMetricData takes 1,000 metrics. @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricData.html */
const MAX_METRICS = 1000;

/** Sends a batch's metrics in one call. */
export function cloudWatchMetrics(client: CloudWatchClient): MetricSink {
  return {
    async put(metrics) {
      for (let from = 0; from < metrics.length; from += MAX_METRICS) {
        await client.send(
          new PutMetricDataCommand({
            Namespace: NAMESPACE,
            MetricData: metrics.slice(from, from + MAX_METRICS).map(({ name, value, unit, dimensions, at }) => ({
              MetricName: name,
              Value: value,
              Unit: unit,
              Timestamp: new Date(at),
              Dimensions: Object.entries(dimensions).map(([Name, Value]) => ({ Name, Value })),
            })),
          }),
        );
      }
    },
  };
}
