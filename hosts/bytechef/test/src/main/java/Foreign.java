import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.proxy.ProxyArray;
import org.graalvm.polyglot.proxy.ProxyObject;

/** Values on their way into the engine and out of it. */
final class Foreign {
    /** Maps and lists become foreign objects, as the platform hands them over. */
    static Object wrap(Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> wrapped = new LinkedHashMap<>();
            map.forEach((key, own) -> wrapped.put((String) key, wrap(own)));
            return ProxyObject.fromMap(wrapped);
        }
        if (value instanceof List<?> list) {
            List<Object> wrapped = new ArrayList<>();
            list.forEach(item -> wrapped.add(wrap(item)));
            return ProxyArray.fromList(wrapped);
        }
        return value;
    }

    /** A copy that outlives the context. Functions become the text "function". */
    static Object copy(Value value) {
        if (value.isNull()) return null;
        if (value.isBoolean()) return value.asBoolean();
        if (value.isString()) return value.asString();
        if (value.isNumber()) return value.fitsInLong() ? (Object) value.asLong() : value.asDouble();
        if (value.canExecute()) return "function";
        if (value.hasArrayElements()) {
            List<Object> list = new ArrayList<>();
            for (long index = 0; index < value.getArraySize(); index++)
                list.add(copy(value.getArrayElement(index)));
            return list;
        }
        Map<String, Object> map = new LinkedHashMap<>();
        for (String key : value.getMemberKeys()) {
            Value member = value.getMember(key);
            // What JSON has no word for.
            if (!member.toString().equals("undefined") || !member.isNull()) map.put(key, copy(member));
        }
        return map;
    }
}
