package vn.motcua.feedback;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import vn.motcua.agency.Agencies;
import vn.motcua.notification.Notice;
import vn.motcua.notification.Notifications;
import vn.motcua.openapi.PersonKey;
import vn.motcua.openapi.Text;

/** What the sender is told, in the transaction of the move: that and where it stands, and what is to be done. */
@Singleton
class FeedbackNotices {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final Text REPLY =
            new Text("bổ sung thông tin mà cơ quan yêu cầu", "give the information asked for");
    private static final Text JUDGE = new Text("cho biết vấn đề đã được giải quyết chưa", "say whether it is solved");

    private final Notifications notifications;
    private final Agencies agencies;

    FeedbackNotices(Notifications notifications, Agencies agencies) {
        this.notifications = notifications;
        this.agencies = agencies;
    }

    /** Nobody is told of what happens inside the units, nor of the own moves. */
    Uni<Void> tell(SqlConnection tx, Petition petition, Move move, Standing after, LocalDate replyBy) {
        boolean news = switch (move) {
            case RECEIVE, FORWARD, ASK, REFUSE, OUT_OF_SCOPE, ANSWER, PUBLISH, CLOSE -> true;
            case SEND, CLASSIFY, ASSIGN, RETURN, REPLY, SEND_BACK, UNFIT, SOLVED -> false;
        };
        if (!news || petition.personKey() == null) {
            return Uni.createFrom().voidItem();
        }
        var variables = new HashMap<String, String>();
        variables.put("statusVi", after.state().label().vi());
        variables.put("statusEn", after.state().label().en());
        variables.put("agency", agencies.name(after.unit()));
        if (after.dueOn() != null && after.state().clock() == FeedbackState.Clock.RUNNING) {
            variables.put("dueAt", after.dueOn().format(DAY));
        }
        var todo = switch (move) {
            case ASK -> REPLY;
            case ANSWER -> JUDGE;
            default -> null;
        };
        if (todo != null) {
            variables.put("actionVi", todo.vi());
            variables.put("actionEn", todo.en());
        }
        if (move == Move.ASK && replyBy != null) {
            variables.put("replyBy", replyBy.format(DAY));
        }
        var notice = new Notice(
                        new PersonKey(petition.personKey()), Notice.Kind.FEEDBACK_STATUS, petition.code(), variables)
                .onBehalfOf(after.unit());
        return notifications.tell(tx, List.of(notice));
    }
}
