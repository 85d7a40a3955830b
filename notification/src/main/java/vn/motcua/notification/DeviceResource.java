package vn.motcua.notification;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.RestResponse;
import vn.motcua.openapi.Caller;
import vn.motcua.openapi.FieldError;
import vn.motcua.openapi.ProblemException;
import vn.motcua.openapi.Role;

/** Where the signed-in person's pushes go. */
@Path("/v1/me/devices")
@RolesAllowed({Role.CITIZEN, Role.BUSINESS})
@Produces(MediaType.APPLICATION_JSON)
public class DeviceResource {
    private static final Pattern INSTALLATION_ID = Pattern.compile("[A-Za-z0-9_-]{8,64}");
    private static final int MAX_TOKEN = 4096;

    private final Devices devices;
    private final Caller caller;

    DeviceResource(Devices devices, Caller caller) {
        this.devices = devices;
        this.caller = caller;
    }

    @GET
    public Uni<DeviceList> listDevices() {
        return devices.of(caller.person()).map(DeviceList::new);
    }

    @PUT
    @Path("/{installationId}")
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<Device> putDevice(@PathParam("installationId") String installationId, DeviceRegistration registration) {
        var owner = caller.person();
        requireInstallationId(installationId);
        requireComplete(registration);
        return devices.register(owner, installationId, registration);
    }

    @DELETE
    @Path("/{installationId}")
    @Produces(MediaType.WILDCARD) // nothing comes back: a client may accept what it likes
    public Uni<RestResponse<Void>> deleteDevice(@PathParam("installationId") String installationId) {
        var owner = caller.person();
        requireInstallationId(installationId);
        return devices.remove(owner, installationId).replaceWith(RestResponse.noContent());
    }

    private static void requireInstallationId(String installationId) {
        if (!INSTALLATION_ID.matcher(installationId).matches()) {
            throw ProblemException.invalid(
                    "installationId",
                    "Phải gồm 8 đến 64 chữ cái, chữ số, dấu gạch dưới hoặc gạch nối.",
                    "Must be 8 to 64 letters, digits, underscores or hyphens.");
        }
    }

    private static void requireComplete(DeviceRegistration registration) {
        if (registration == null) {
            throw ProblemException.invalid(
                    "", "Thiếu nội dung đăng ký thiết bị.", "The device registration is missing.");
        }
        var errors = new ArrayList<FieldError>();
        var token = registration.fcmToken();
        if (token == null || token.isBlank() || token.length() > MAX_TOKEN) {
            errors.add(FieldError.at(
                    "/fcmToken", "Bắt buộc, từ 1 đến 4096 ký tự.", "Required, from 1 to 4096 characters."));
        }
        if (registration.platform() == null) {
            errors.add(FieldError.at(
                    "/platform", "Bắt buộc: ANDROID, IOS hoặc WEB.", "Required: one of ANDROID, IOS and WEB."));
        }
        if (!errors.isEmpty()) {
            throw ProblemException.invalid(errors);
        }
    }
}
