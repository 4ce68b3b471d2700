import js from "@eslint/js";
import globals from "globals";

const WORKERS = ["site_src/overrides/assets/quiz/worker.js", "site_src/shipping/sw.js"];
const NO_MODULES = ["**/menu.js", "**/height.js", "**/sw.js"]; // as their tags, and the worker's registration, have it

export default [
  js.configs.recommended,
  { languageOptions: { globals: globals.browser } },
  { files: WORKERS, languageOptions: { globals: { ...globals.worker, ...globals.serviceworker } } },
  { files: NO_MODULES, languageOptions: { sourceType: "script" } },
];
