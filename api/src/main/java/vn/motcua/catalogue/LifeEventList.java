package vn.motcua.catalogue;

import java.util.List;

record LifeEventList(List<LifeEvent> items) {}
