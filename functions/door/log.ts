type Facts = Record<string, string | number | boolean | undefined>

/** One structured line. Never give it a receipt key, a raw path, a query string or anything of a person. */
export const log = (event: string, facts: Facts = {}): void => console.info({ event, ...facts })

/** A fault, whole, with its stack and causes. */
export function logFault(error: unknown, facts: Facts = {}): void {
  const whole =
    error instanceof Error
      ? { name: error.name, message: error.message, stack: error.stack, cause: String(error.cause ?? '') }
      : { name: 'unknown', message: String(error) }
  console.error({ event: 'fault', ...facts, fault: whole })
}

/** Adds one to a metric (CloudWatch embedded metric format; it must be a line of its own at the root). */
export function count(metric: string, at: number = Date.now()): void {
  const line = {
    _aws: {
      Timestamp: at,
      CloudWatchMetrics: [
        { Namespace: 'LearningCity', Dimensions: [['stage', 'function']], Metrics: [{ Name: metric, Unit: 'Count' }] },
      ],
    },
    stage: process.env.STAGE ?? 'dev',
    // One provider's fault must not ring the alarms of the others.
    function: process.env.AWS_LAMBDA_FUNCTION_NAME ?? '',
    [metric]: 1,
  }
  process.stdout.write(`${JSON.stringify(line)}\n`)
}
