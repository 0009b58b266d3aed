import { useEffect, useRef, useState } from 'react';
import { sampleWorkbook } from '../sample/sampleWorkbook';
import { loadFonts } from './fonts';
import { createGrid } from './grid';
import { Pane } from './Pane';
import { paneFrame } from './paneFrame';
import { readManifest, type AddinManifest } from './ribbon';
import { firstLanguage, type Language } from './texts';
import { TopBar } from './TopBar';
import './workbench.css';

export function Workbench() {
  const place = useRef<HTMLDivElement>(null);
  const desk = useRef<HTMLDivElement>(null);
  const [language, setLanguage] = useState<Language>(() => firstLanguage(null, navigator.languages));
  const [manifest, setManifest] = useState<AddinManifest | null>(null);
  const [frame, setFrame] = useState<HTMLIFrameElement | null>(null);
  useEffect(() => {
    void (async () => {
      const xml = await (await fetch('/workbench/manifest.xml')).text();
      const m = readManifest(xml, language);
      setManifest(m);
      setFrame(paneFrame(m.pane, language, m.name).element);
      const wb = sampleWorkbook();
      await loadFonts(wb);
      const grid = createGrid(place.current!, language);
      grid.show(wb);
      Object.assign(window, { grid });
    })();
  }, []);
  const nothing = () => undefined;
  return (
    <div className="workbench">
      <TopBar
        fileName="x.xlsx"
        language={language}
        dark={false}
        manifest={manifest}
        disabled={new Set()}
        paneVisible
        onOpen={nothing}
        onSave={nothing}
        onUndo={nothing}
        onRedo={nothing}
        onLanguage={setLanguage}
        onDark={nothing}
        onButton={nothing}
      />
      <div className="desk" ref={desk}>
        <div className="grid" ref={place} />
        <Pane title={manifest?.name ?? ''} language={language} visible desk={desk} frame={frame} onClose={nothing} />
      </div>
    </div>
  );
}
