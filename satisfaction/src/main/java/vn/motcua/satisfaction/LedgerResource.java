package vn.motcua.satisfaction;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import java.time.Duration;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.ResponseHeader;
import org.jboss.resteasy.reactive.RestResponse;
import vn.motcua.openapi.Conditional;
import vn.motcua.openapi.Cursor;
import vn.motcua.openapi.Page;
import vn.motcua.openapi.ProblemException;
import vn.motcua.openapi.ProblemType;
import vn.motcua.openapi.SigningKeyList;

/** The ledger of ratings for everybody who wants to check it. */
@Path("/v1/satisfaction/ledger")
@Produces(MediaType.APPLICATION_JSON)
class LedgerResource {
    private static final Duration MAX_AGE = Duration.ofSeconds(60);
    private static final int MAX_LEAVES = 5_000;
    private static final Pattern RECEIPT = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    private final LedgerProofs proofs;
    private final LedgerSigner signer;

    LedgerResource(LedgerProofs proofs, LedgerSigner signer) {
        this.proofs = proofs;
        this.signer = signer;
    }

    @GET
    @Path("/head")
    public Uni<RestResponse<TreeHead>> getLedgerHead(@Context Request request) {
        return proofs.head()
                .chain(head -> Conditional.answer(
                        request,
                        MAX_AGE,
                        head.signature(),
                        () -> Uni.createFrom().item(head)));
    }

    @GET
    @Path("/heads")
    public Uni<RestResponse<TreeHeadPage>> listLedgerHeads(
            @QueryParam("limit") Integer limit, @QueryParam("cursor") String cursor, @Context Request request) {
        long before = Cursor.decode(cursor, "cursor", 1)
                .map(place -> place.number(0, "cursor"))
                .orElse(Long.MAX_VALUE);
        return proofs.heads(before, Page.limit(limit))
                .chain(page -> Conditional.answer(
                        request,
                        MAX_AGE,
                        page.toString(),
                        () -> Uni.createFrom().item(page)));
    }

    /** Leaves never change, but the signed tree grows. */
    @GET
    @Path("/leaves")
    @ResponseHeader(name = HttpHeaders.CACHE_CONTROL, value = "public, max-age=60")
    public Uni<LedgerLeaves> listLedgerLeaves(
            @QueryParam("from") @DefaultValue("0") long from, @QueryParam("limit") @DefaultValue("1000") int limit) {
        if (from < 0) {
            throw ProblemException.invalid("from", "Không được âm.", "Must not be negative.");
        }
        if (limit < 1 || limit > MAX_LEAVES) {
            throw ProblemException.invalid(
                    "limit", "Từ 1 đến " + MAX_LEAVES + ".", "Between 1 and " + MAX_LEAVES + ".");
        }
        return proofs.leaves(from, limit);
    }

    /** What is proven of two sizes holds for ever. */
    @GET
    @Path("/consistency")
    @ResponseHeader(name = HttpHeaders.CACHE_CONTROL, value = "public, max-age=86400")
    public Uni<LedgerConsistency> getLedgerConsistency(
            @QueryParam("first") Long first, @QueryParam("second") Long second) {
        if (first == null || first < 1) {
            throw ProblemException.invalid("first", "Phải từ 1 trở lên.", "Must be 1 or more.");
        }
        if (second == null || second < first) {
            throw smaller("Không được nhỏ hơn first.", "Must not be smaller than first.");
        }
        return proofs.consistency(first, second)
                .map(proof -> proof.orElseThrow(
                        () -> smaller("Sổ đã ký chưa lớn đến thế.", "The signed ledger is not that large.")));
    }

    @POST
    @Path("/proof")
    @Consumes(MediaType.APPLICATION_JSON)
    @ResponseHeader(name = HttpHeaders.CACHE_CONTROL, value = "no-store")
    public Uni<LedgerProof> postLedgerProof(LedgerProofQuery query) {
        if (query == null
                || query.receipt() == null
                || !RECEIPT.matcher(query.receipt()).matches()) {
            throw ProblemException.invalid(
                    "/receipt",
                    "Hãy gửi nguyên mã biên nhận đã nhận được khi đánh giá.",
                    "Send the receipt that you got when you rated, unchanged.");
        }
        return proofs.of(query.receipt()).map(proof -> proof.orElseThrow(LedgerResource::notThere));
    }

    @GET
    @Path("/keys")
    public Uni<RestResponse<SigningKeyList>> listLedgerKeys(@Context Request request) {
        var keys = signer.keys();
        return Conditional.answer(
                request, MAX_AGE, keys.toString(), () -> Uni.createFrom().item(keys));
    }

    private static ProblemException smaller(String vi, String en) {
        return ProblemException.invalid("second", vi, en);
    }

    private static ProblemException notThere() {
        return ProblemException.of(
                ProblemType.RATING_NOT_IN_LEDGER,
                "Hãy kiểm tra mã biên nhận, hoặc thử lại sau ngày đã hẹn trong biên nhận. Nếu khi đó vẫn không có,"
                        + " lời hẹn có chữ ký là bằng chứng.",
                "Check the receipt, or try again after the day that it promises. If the rating is still missing then,"
                        + " the signed promise is your evidence.");
    }
}
