-- An event ends one stay and begins another; those before it stay as they are and are no longer written again.
grant update on dossier.stay to ${appRole};
