// How an app uses the client; it is type-checked with it and never run.
import { CatalogueApi, Configuration, DossiersApi, type Dossier, type ProcedurePage } from './target/client/index';

const configuration = new Configuration({ basePath: 'http://localhost:8080', accessToken: async () => 'token' });

export async function find(words: string): Promise<ProcedurePage> {
  return new CatalogueApi(configuration).searchProcedures({ q: words, limit: 10 });
}

export async function status(code: string, proof: string): Promise<Dossier> {
  return new DossiersApi(configuration).lookUpDossier({ dossierLookup: { code, proof } });
}
