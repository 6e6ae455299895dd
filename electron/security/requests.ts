// S1: no socket is opened. Every request that is not app:// (or the inspector's own pages in a
// development run) is cancelled before it leaves, and name resolution is switched off as well.
import type { App, Session } from "electron";

const ALLOWED = new Set(["app:", "devtools:"]);

/** Before "ready": switches that keep Chromium from opening sockets of its own. */
export function closeNetwork(app: App): void {
  const set = (name: string, value = "") => app.commandLine.appendSwitch(name, value);
  set("host-resolver-rules", "MAP * ~NOTFOUND");
  set("proxy-server", "http://0.0.0.0:1");
  set("proxy-bypass-list", "<-loopback>");
  set("disable-background-networking");
  set("disable-component-update");
  set("disable-domain-reliability");
  set("disable-sync");
  set("disable-quic");
  set("no-pings");
  set("force-webrtc-ip-handling-policy", "disable_non_proxied_udp");
}

export function blockRequests(session: Session): void {
  session.webRequest.onBeforeRequest((details, answer) => {
    let scheme = "";
    try {
      scheme = new URL(details.url).protocol;
    } catch {
      // An address that cannot be parsed is not ours.
    }
    answer({ cancel: !ALLOWED.has(scheme) });
  });
  // Even a request that never passes the filter above (the main side's own) ends here.
  for (const scheme of ["http", "https", "ws", "wss", "ftp", "file"]) {
    session.protocol.handle(scheme, () => Response.error());
  }
}
