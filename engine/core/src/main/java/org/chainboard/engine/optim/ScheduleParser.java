package org.chainboard.engine.optim;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads schedules that are rows of the table, and what is built of them. */
final class ScheduleParser {
    private static final String SEQUENCE = "Sequence";
    private static final String PER_EPOCH = "PerEpoch";
    private static final int DEEPEST = 50;

    private final Cursor cursor;
    private int depth;

    ScheduleParser(String text) {
        this.cursor = new Cursor(text);
    }

    Schedule read() {
        Schedule schedule = schedule();
        cursor.requireEnd();
        return schedule;
    }

    private Schedule schedule() {
        if (++depth > DEEPEST) {
            throw cursor.wrong("schedule.deep", DEEPEST);
        }
        try {
            return cursor.isName() ? named() : ScheduleKind.CONSTANT.of(cursor.number());
        } finally {
            depth--;
        }
    }

    private Schedule named() {
        int start = cursor.at();
        String name = cursor.name("schedule.none", known());
        if (name.equalsIgnoreCase(SEQUENCE)) {
            return sequence();
        } else if (name.equalsIgnoreCase(PER_EPOCH)) {
            cursor.expect('(');
            Schedule inner = schedule();
            cursor.expect(')');
            return new Schedule.PerEpoch(inner);
        }
        Optional<ScheduleKind> kind = Arrays.stream(ScheduleKind.values())
                .filter(row -> row.text().equalsIgnoreCase(name))
                .findFirst();
        if (kind.isEmpty()) {
            cursor.back(start);
            throw cursor.wrong("schedule.unknown", name, known());
        }
        return usual(kind.get());
    }

    private Schedule usual(ScheduleKind kind) {
        List<Double> numbers = new ArrayList<>();
        cursor.expect('(');
        for (String name : kind.names()) {
            if (!numbers.isEmpty()) {
                cursor.expect(',');
            }
            numbers.add(cursor.number());
        }
        cursor.expect(')');
        return new Schedule.Usual(kind, numbers);
    }

    private Schedule sequence() {
        List<Schedule.Sequence.Stage> stages = new ArrayList<>();
        cursor.expect('(');
        do {
            Schedule schedule = schedule();
            cursor.expect('=');
            cursor.expect('>');
            double steps = cursor.number();
            if (steps < 1 || steps != Math.rint(steps)) {
                throw cursor.wrong("schedule.steps", ChainText.number(steps));
            }
            stages.add(new Schedule.Sequence.Stage(schedule, (long) steps));
        } while (cursor.take(','));
        cursor.expect(')');
        return new Schedule.Sequence(stages);
    }

    private static String known() {
        String rows =
                Arrays.stream(ScheduleKind.values()).map(ScheduleKind::text).collect(Collectors.joining(", "));
        return rows + ", " + SEQUENCE + ", " + PER_EPOCH;
    }
}
