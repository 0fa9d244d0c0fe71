import { generateActivities } from './activities.js';
import { generateCommuneReports } from './commune-reports.js';
import type { DemoData } from './demo-data.js';
import { generateFunding } from './funding.js';
import { generatePlans } from './plans.js';
import { generateProducers, generateProducts } from './products.js';
import { createRandom } from './random.js';
import { generateRegistrations } from './registrations.js';

/** Four invented years of the programme; the same seed always gives the same rows. */
export function generateDemo(seed: number): DemoData {
  const random = createRandom(seed);
  const plans = generatePlans(random);
  return {
    plans,
    producers: generateProducers(random),
    products: generateProducts(random),
    ...generateRegistrations(random, plans),
    fundingEntries: generateFunding(random),
    communeReports: generateCommuneReports(random),
    activities: generateActivities(random),
  };
}
