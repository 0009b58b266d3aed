import { useEffect, useState } from 'react';
import { gallery, loadTemplate } from '../../template/gallery';
import type { Language } from '../../rubric/types';
import type { Template } from '../../template/types';
import { readOwnTemplates, type OwnTemplates } from '../desk/ownTemplates';
import { failureOf } from '../desk/run';
import { useDesk, usePane } from './usePane';

/** The gallery's forms of one language, in its order; null until they are there. */
export function useGallery(language: Language): readonly Template[] | null {
  const desk = useDesk();
  const [loaded, setLoaded] = useState<{ readonly language: Language; readonly templates: readonly Template[] } | null>(null);
  useEffect(() => {
    let wanted = true;
    const there = gallery.filter(({ languages }) => languages.includes(language));
    Promise.all(there.map(({ id }) => loadTemplate(id, language))).then(
      (templates) => wanted && setLoaded({ language, templates }),
      (error: unknown) => wanted && desk.store.setState({ failure: { ...failureOf(error), code: 'offline' } }),
    );
    return () => {
      wanted = false;
    };
  }, [desk, language]);
  return loaded?.language === language ? loaded.templates : null;
}

/** The author's own templates in this workbook, read again after each save; null until they are read. */
export function useOwnTemplates(): OwnTemplates | null {
  const desk = useDesk();
  const [own, setOwn] = useState<OwnTemplates | null>(null);
  const phase = usePane((state) => state.phase);
  useEffect(() => {
    if (phase !== 'idle') return undefined;
    let wanted = true;
    void readOwnTemplates(desk).then((templates) => wanted && setOwn(templates));
    return () => {
      wanted = false;
    };
  }, [desk, phase]);
  return own;
}
