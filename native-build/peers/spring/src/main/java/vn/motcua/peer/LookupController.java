package vn.motcua.peer;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class LookupController {
    record Lookup(String code, String proof) {}

    private final DossierRepository dossiers;
    private final Proof proof;

    LookupController(DossierRepository dossiers, Proof proof) {
        this.dossiers = dossiers;
        this.proof = proof;
    }

    @PostMapping("/v1/dossiers/lookup")
    ResponseEntity<DossierAnswer> lookUp(@RequestBody Lookup lookup) {
        return dossiers.findById(lookup.code())
                .filter(row -> proof.matches(row.proofs, row.code, lookup.proof()))
                .map(row -> ResponseEntity.ok(DossierAnswer.of(row)))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    @GetMapping("/q/health/ready")
    String ready() {
        return "UP";
    }
}
