package vn.motcua.catalogue;

/** An event in the life of a person or a business that leads to procedures. */
record LifeEvent(String code, String name, Audience audience, int procedures) {
    enum Audience {
        CITIZEN,
        BUSINESS
    }
}
