// The window's beginning: words, settings, session, then React. Without Candour behind it, and only
// in development, an invented host is put in its place so that screens can be looked at.
import "@fontsource-variable/atkinson-hyperlegible-next";
import "./ui/tokens.css";
import "./ui/base.css";
import { createRoot } from "react-dom/client";
import { App } from "./app/app.tsx";
import { setPictureSource } from "./app/pictures.ts";
import { startWords } from "./i18n/i18n.ts";

if (import.meta.env.DEV && !window.candour) {
  const { host, pictures } = await import("./dev/fake-host.ts");
  window.candour = host;
  setPictureSource(pictures);
}

await startWords();
createRoot(document.getElementById("root")!).render(<App />);
