import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Language, writeLanguagePack } from './languagePack.ts';

/** Keeps VS Code quiet: no welcome pages, no AI panels, no updates, nothing sent. */
const quietSettings = {
  'chat.disableAIFeatures': true,
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'security.workspace.trust.banner': 'never',
  'security.workspace.trust.startupPrompt': 'never',
  'telemetry.telemetryLevel': 'off',
  'typescript.disableAutomaticTypeAcquisition': true,
  'update.mode': 'none',
  'workbench.enableExperiments': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
};

/** Writes a fresh user data folder of VS Code: quiet settings, then the given ones, and the language. */
export async function writeUserData(
  userDataFolder: string,
  options: { language: Language; settings: Record<string, unknown> },
): Promise<void> {
  await mkdir(join(userDataFolder, 'User'), { recursive: true });
  await writeFile(
    join(userDataFolder, 'User', 'settings.json'),
    JSON.stringify({ ...quietSettings, ...options.settings }, undefined, 2),
  );
  if (options.language === 'ja') {
    await writeLanguagePack(userDataFolder);
  }
}
