package vn.motcua.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import vn.motcua.client.apis.DossiersApi;
import vn.motcua.client.infrastructure.Serializer;
import vn.motcua.client.models.Dossier;
import vn.motcua.client.models.DossierLookup;
import vn.motcua.client.models.DossierStatus;
import vn.motcua.client.models.ProcedurePage;

class GeneratedClientTest {
    private static final ObjectMapper JSON = Serializer.getJacksonObjectMapper();

    @Test
    void readsADossierFromANewerService() throws JsonProcessingException {
        var dossier = JSON.readValue("""
                {"code": "H44.07-261008-0975", "procedure": {"code": "1.001193"}, "status": "IN_PROGRESS",
                 "statusLabel": "Đang xử lý", "receivedAt": "2026-10-08T09:00:00+07:00", "addedLater": {"x": 1},
                 "clock": {"state": "RUNNING", "overdue": false}, "agencies": {}, "timeline": [],
                 "nextStep": "Bạn chưa phải làm gì."}
                """, Dossier.class);

        assertEquals(DossierStatus.IN_PROGRESS, dossier.getStatus());
        assertEquals(2026, dossier.getReceivedAt().getYear());
        assertFalse(dossier.getClock().getOverdue());
        assertNull(dossier.getDueAt());
    }

    @Test
    void readsTheExampleOfASearch() throws JsonProcessingException {
        var page = JSON.readValue("""
                {"items": [{"code": "1.001193", "name": "Thủ tục đăng ký khai sinh",
                            "field": {"code": "ho-tich", "name": "Hộ tịch"}, "levels": ["COMMUNE"], "onlineLevel": "FULL",
                            "timeLimit": {"value": 1, "unit": "WORKING_DAY"}, "fee": {"amount": 0, "currency": "VND"}}],
                 "facets": [{"name": "field", "values": [{"value": "ho-tich", "label": "Hộ tịch", "count": 1}]}]}
                """, ProcedurePage.class);

        assertEquals("Hộ tịch", page.getItems().getFirst().getField().getName());
        assertNull(page.getNextCursor());
    }

    @Test
    void writesARequestWithNothingMoreThanWasSet() throws JsonProcessingException {
        assertEquals(
                "{\"code\":\"H44.07-261008-0975\",\"proof\":\"0001\"}",
                JSON.writeValueAsString(new DossierLookup("H44.07-261008-0975", "0001")));
    }

    @Test
    void asksAtTheContractsAddress() {
        var request = new DossiersApi().lookUpDossierRequestConfig(new DossierLookup("a", "b"));

        assertEquals("/v1/dossiers/lookup", request.getPath());
        assertTrue(request.getHeaders().get("Content-Type").startsWith("application/json"));
    }
}
