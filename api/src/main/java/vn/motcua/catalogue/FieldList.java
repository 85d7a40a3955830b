package vn.motcua.catalogue;

import java.util.List;

record FieldList(List<Field> items) {}
