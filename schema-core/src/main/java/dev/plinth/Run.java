package dev.plinth;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a store is given for one answer: by when, and who wants to hear how it goes. May be shared between threads. */
public final class Run {

    private final Deadline deadline;
    private final @Nullable Audience audience;

    private Run(Deadline deadline, @Nullable Audience audience) {
        this.deadline = deadline;
        this.audience = audience;
    }

    /** A run that nobody listens to. */
    public static Run within(Duration time) {
        return new Run(Deadline.in(time), null);
    }

    /** A run that these listen to. */
    public static Run within(Duration time, List<InitializerListener> listeners) {
        return new Run(Deadline.in(time), listeners.isEmpty() ? null : new Audience(listeners));
    }

    /** By when everything has to be done. */
    public Deadline deadline() {
        return deadline;
    }

    /** Whether somebody listens. Ask before an event is made: where nobody does, no event may cost anything. */
    public boolean isHeard() {
        return audience != null;
    }

    /** Tells the listeners, on this thread, and returns when they have. Never throws what a listener throws. */
    public void tell(InitializerEvent event) {
        if (audience != null) {
            audience.tell(event);
        }
    }

    /** One sentence for each listener that threw so far. */
    List<String> notes() {
        return audience == null ? List.of() : audience.notes();
    }
}
