package vn.motcua.catalogue;

import vn.motcua.openapi.Text;

/** One of the life events of the national portal, as kept in the database. */
record LifeEventLabel(String code, Text name, LifeEvent.Audience audience) {}
