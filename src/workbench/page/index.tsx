import { createRoot } from 'react-dom/client';
import { Workbench } from './Workbench';

const place = document.getElementById('workbench');
if (place) createRoot(place).render(<Workbench />);
