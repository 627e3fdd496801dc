/** One data point. Units are CloudWatch's own words. */
export interface Metric {
  readonly name: string;
  readonly value: number;
  readonly unit: 'Percent' | 'Milliseconds' | 'Count' | 'None';
  readonly dimensions: Readonly<Record<string, string>>;
  /** Epoch milliseconds. */
  readonly at: number;
}
