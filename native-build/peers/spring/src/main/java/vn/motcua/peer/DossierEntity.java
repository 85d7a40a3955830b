package vn.motcua.peer;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.OffsetDateTime;
import java.util.List;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** What the look-up shows of a row of dossier.dossier. */
@Entity
@Immutable
@Table(name = "dossier", schema = "dossier")
public class DossierEntity {
    /** One step as the table keeps it, as far as the look-up shows it. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Moment(int status, OffsetDateTime at, String agency) {}

    @Id
    String code;

    short status;

    @Column(name = "procedure_code")
    String procedureCode;

    @Column(name = "procedure_version")
    Integer procedureVersion;

    @Column(name = "received_at")
    OffsetDateTime receivedAt;

    @Column(name = "due_at")
    OffsetDateTime dueAt;

    @Column(name = "ended_at")
    OffsetDateTime endedAt;

    @Column(name = "clock_state")
    String clockState;

    @Column(name = "agency_support")
    String support;

    @Column(name = "agency_reception")
    String reception;

    @Column(name = "agency_competent")
    String competent;

    byte[] proofs;

    @JdbcTypeCode(SqlTypes.JSON)
    List<Moment> timeline;
}
