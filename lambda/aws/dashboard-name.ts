/** Dashboards have one namespace in all regions of an account. */
export function dashboardName(monitor: string): string {
  return `scopewatch-${monitor}`;
}
