// How the window is bundled. Nothing is inlined, because the content security policy allows
// neither data: scripts nor inline styles; every file is served by app:// from dist/renderer.
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

export default defineConfig({
  base: "./",
  plugins: [react()],
  build: {
    outDir: "../dist/renderer",
    emptyOutDir: true,
    assetsInlineLimit: 0,
    target: "chrome130",
    modulePreload: { polyfill: false },
  },
  server: { host: "127.0.0.1", strictPort: true },
});
