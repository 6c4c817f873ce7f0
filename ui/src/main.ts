// Starts the screen. In the app it talks to the shell; in a plain browser (development, pictures) to a book in memory.
import { mount } from 'svelte';
import './styles/base.css';
import App from './App.svelte';
import { tauriHost } from './lib/ipc/tauri';

const browser = import.meta.env.DEV || import.meta.env.MODE === 'browser';
const host =
  browser && !('__TAURI_INTERNALS__' in window) ? (await import('./lib/ipc/fake-browser')).browserHost() : tauriHost;
const target = document.getElementById('app');
if (target) mount(App, { target, props: { host } });
