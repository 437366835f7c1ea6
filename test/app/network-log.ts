interface NetLog {
  readonly constants: { readonly logEventTypes: Readonly<Record<string, number>> }
  readonly events: readonly { readonly type: number; readonly params?: Readonly<Record<string, unknown>> }[]
}

/** What goes out of the program: names looked up, connections opened, datagrams, requests that are not local. */
const outgoing =
  /^(TCP_CONNECT|UDP_CONNECT|HOST_RESOLVER_MANAGER_REQUEST|DNS_TRANSACTION|URL_REQUEST_START_JOB|SSL_CONNECT)$/

/** One line for each attempt to reach the network in a log that Chromium wrote because of `--log-net-log`. */
export function networkAttempts(text: string): string[] {
  const log = JSON.parse(text) as NetLog
  const names = new Map(Object.entries(log.constants.logEventTypes).map(([name, type]) => [type, name]))
  return log.events
    .map(({ type, params }) => `${names.get(type)} ${JSON.stringify(params ?? {})}`)
    .filter((line) => outgoing.test(line.split(' ')[0] ?? ''))
}
