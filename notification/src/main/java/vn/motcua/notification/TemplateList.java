package vn.motcua.notification;

import java.util.List;

/** The texts that new messages are written with, one of each kind. */
public record TemplateList(List<Template> items) {
    public TemplateList {
        items = List.copyOf(items);
    }
}
