// Calls about the application itself and the settings of this machine.
import type { WindowHandlers } from "../window-handlers.ts";

export const appHandlers: WindowHandlers<
  "app.info" | "app.startup" | "app.settings" | "app.saveSettings"
> = {
  "app.startup": ({ waiting }) => {
    const openSample = waiting.sample;
    waiting.sample = false;
    return { openSample, waitingFiles: waiting.files.length };
  },
  "app.info": ({ info }) => info,
  "app.settings": ({ settings }) => settings.read(),
  "app.saveSettings": ({ settings }, request) => {
    settings.write(request.settings);
    return null;
  },
};
