// Every permission is denied, both when asked for and when checked for. There is no list of
// exceptions: Candour needs no camera, place, clipboard reading, notification, USB or font list.
import type { Session } from "electron";

export function denyPermissions(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
}
