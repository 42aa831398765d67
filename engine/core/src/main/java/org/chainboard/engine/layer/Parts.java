package org.chainboard.engine.layer;

import java.lang.System.Logger.Level;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.chainboard.engine.tensor.Parameter;
import org.chainboard.engine.tensor.State;
import org.chainboard.engine.tensor.Variable;

/** Finds the variables and layers among the components of a record that is a layer. */
final class Parts {
    /** How the components of a record are read; for other classes nothing, and once a warning where that looks wrong. */
    private static final ClassValue<List<Method>> COMPONENTS = new ClassValue<>() {
        @Override
        protected List<Method> computeValue(Class<?> type) {
            if (type.isRecord()) {
                return Arrays.stream(type.getRecordComponents())
                        .filter(Parts::mayHoldParts)
                        .map(Parts::reader)
                        .toList();
            }
            warn(type);
            return List.of();
        }
    };

    private Parts() {}

    /** The parameters of a record's components in their order, each once. */
    static List<Parameter> parameters(Layer layer) {
        Set<Parameter> found = new LinkedHashSet<>();
        each(layer, part -> {
            if (part instanceof Parameter parameter) {
                found.add(parameter);
            } else if (part instanceof Layer inner) {
                found.addAll(inner.parameters());
            }
        });
        return List.copyOf(found);
    }

    /** The states of a record's components in their order, each once. */
    static List<State> states(Layer layer) {
        Set<State> found = new LinkedHashSet<>();
        each(layer, part -> {
            if (part instanceof State state) {
                found.add(state);
            } else if (part instanceof Layer inner) {
                found.addAll(inner.states());
            }
        });
        return List.copyOf(found);
    }

    private static void each(Layer layer, Consumer<Object> visit) {
        for (Method component : COMPONENTS.get(layer.getClass())) {
            spread(read(component, layer), visit);
        }
    }

    private static void spread(Object value, Consumer<Object> visit) {
        if (value instanceof Collection<?> many) {
            many.forEach(one -> spread(one, visit));
        } else if (value instanceof Map<?, ?> many) {
            many.values().forEach(one -> spread(one, visit));
        } else if (value instanceof Optional<?> one) {
            one.ifPresent(present -> spread(present, visit));
        } else if (value instanceof Object[] many) {
            Arrays.stream(many).forEach(one -> spread(one, visit));
        } else {
            visit.accept(value);
        }
    }

    private static boolean mayHoldParts(RecordComponent component) {
        Class<?> type = component.getType();
        return !type.isPrimitive() && type != String.class;
    }

    private static Method reader(RecordComponent component) {
        Method accessor = component.getAccessor();
        // a record inside a method or another class may be private
        accessor.setAccessible(true);
        return accessor;
    }

    private static Object read(Method component, Layer layer) {
        try {
            return component.invoke(layer);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("cannot read " + component.getName() + " of " + layer, e);
        }
    }

    private static void warn(Class<?> type) {
        if (saysItself(type)) {
            return;
        }
        Optional<Field> unseen = Arrays.stream(type.getDeclaredFields())
                .filter(field -> !Modifier.isStatic(field.getModifiers()))
                .filter(field -> Variable.class.isAssignableFrom(field.getType())
                        || Layer.class.isAssignableFrom(field.getType()))
                .findFirst();
        unseen.ifPresent(field -> System.getLogger(Layer.class.getName())
                .log(
                        Level.WARNING,
                        "{0} is treated as a layer without parameters, though its field {1} looks like one: make it a"
                                + " record, or let it implement parameters() and states().",
                        type.getName(),
                        field.getName()));
    }

    private static boolean saysItself(Class<?> type) {
        try {
            return type.getMethod("parameters").getDeclaringClass() != Layer.class;
        } catch (NoSuchMethodException e) {
            return false;
        }
    }
}
