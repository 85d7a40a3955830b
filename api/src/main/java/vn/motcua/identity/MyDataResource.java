package vn.motcua.identity;

import io.quarkus.arc.All;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.Comparator;
import java.util.List;
import org.jboss.resteasy.reactive.ResponseHeader;
import vn.motcua.openapi.Caller;
import vn.motcua.openapi.PersonalRecords;
import vn.motcua.openapi.Role;

/** A person's right to see what is held, and to be forgotten as far as the law allows (Luật 91/2025/QH15 art. 14). */
@Path("/v1/me")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.CITIZEN)
class MyDataResource {
    private final List<PersonalRecords> records;
    private final Caller caller;

    MyDataResource(@All List<PersonalRecords> records, Caller caller) {
        this.records = records.stream()
                .sorted(Comparator.comparing(PersonalRecords::part))
                .toList();
        this.caller = caller;
    }

    /** One thing after the other as it is read: the answer may be long. */
    @GET
    @Path("/export")
    @ResponseHeader(name = HttpHeaders.CONTENT_DISPOSITION, value = "attachment; filename=\"motcua.json\"")
    public Multi<ExportedRecord> exportMyData() {
        var person = caller.person();
        var language = caller.language();
        return Multi.createFrom()
                .iterable(records)
                .onItem()
                .transformToMultiAndConcatenate(
                        part -> part.export(person, language).map(record -> new ExportedRecord(part.part(), record)));
    }

    @DELETE
    public Uni<ErasureReport> deleteMyData() {
        var person = caller.person();
        var language = caller.language();
        return Multi.createFrom()
                .iterable(records)
                .onItem()
                .transformToUniAndConcatenate(part -> part.erase(person)
                        .map(erased -> new ErasureReport.ErasedPart(
                                part.part(),
                                erased.deleted(),
                                erased.kept() == null ? null : erased.kept().in(language))))
                .collect()
                .asList()
                .map(ErasureReport::new);
    }
}
