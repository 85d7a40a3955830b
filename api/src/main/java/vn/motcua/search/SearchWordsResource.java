package vn.motcua.search;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import vn.motcua.openapi.ProblemException;
import vn.motcua.openapi.ProblemType;
import vn.motcua.openapi.Role;

/** Synonyms and best bets, for editors. */
@Path("/v1/admin/catalogue/search-words")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.ADMIN)
class SearchWordsResource {
    private final SearchWordsStore store;

    SearchWordsResource(SearchWordsStore store) {
        this.store = store;
    }

    @GET
    public Uni<SearchWords> getSearchWords() {
        return store.newest().map(words -> words.orElse(SearchWords.NONE));
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<SearchWords> publishSearchWords(@RequestBody(required = true) SearchWordsInput input) {
        if (input == null) {
            throw ProblemException.invalid("", "Cần có nội dung.", "A body is needed.");
        }
        var words = input.checked();
        return store.publish(words).flatMap(published -> {
            if (!published) {
                throw changed();
            }
            return store.one(words.version()).map(stored -> stored.orElseThrow());
        });
    }

    @GET
    @Path("/versions")
    public Uni<SearchWordsVersionList> listSearchWordsVersions() {
        return store.versions().map(SearchWordsVersionList::new);
    }

    @GET
    @Path("/versions/{version}")
    public Uni<SearchWords> getSearchWordsVersion(@PathParam("version") int version) {
        return store.one(version)
                .map(words -> words.orElseThrow(() -> ProblemException.of(
                        ProblemType.SEARCH_WORDS_NOT_FOUND,
                        "Không có phiên bản này. Hãy xem danh sách phiên bản.",
                        "There is no such version. See the list of versions.")));
    }

    private static ProblemException changed() {
        return ProblemException.of(
                ProblemType.RELEASE_IN_PROGRESS,
                "Đã có phiên bản mới hơn bản bạn sửa. Hãy tải bản mới nhất, sửa lại rồi gửi.",
                "A newer version than the one you edited was published. Load the newest, edit it and send it again.");
    }
}
