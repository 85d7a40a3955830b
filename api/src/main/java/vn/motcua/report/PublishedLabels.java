package vn.motcua.report;

import jakarta.enterprise.context.ApplicationScoped;
import vn.motcua.agency.Agencies;
import vn.motcua.catalogue.Catalogue;
import vn.motcua.satisfaction.ScoreLabels;

/** Names for the groups of a score, from the lists of agencies and fields. */
@ApplicationScoped
class PublishedLabels implements ScoreLabels {
    private final Agencies agencies;
    private final Catalogue catalogue;

    PublishedLabels(Agencies agencies, Catalogue catalogue) {
        this.agencies = agencies;
        this.catalogue = catalogue;
    }

    @Override
    public String agency(String code) {
        return agencies.name(code);
    }

    @Override
    public String field(String code) {
        return catalogue.fieldName(code);
    }
}
