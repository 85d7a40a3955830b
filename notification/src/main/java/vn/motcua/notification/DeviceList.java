package vn.motcua.notification;

import java.util.List;

/** All devices of a person, the one heard of last first; one page only. */
public record DeviceList(List<Device> items) {
    public DeviceList {
        items = List.copyOf(items);
    }
}
