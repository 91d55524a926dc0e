package kz.qadam.openapi;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * A request that an operation describes.
 *
 * @param label the path of the operation, with what distinguishes this request from others of the same operation
 * @param address path and query
 * @param plain the label of the same request without its optional parameter; its own label if it has none
 */
public record ApiRequest(String label, String address, String plain) {

    static ApiRequest of(String path) {
        return new ApiRequest(path, path + "?", path);
    }

    /** The same with a value of a parameter that is needed. */
    ApiRequest with(ApiParameter parameter, String value) {
        String longer = parameter.listed().isEmpty() ? label : label + separator() + parameter.name() + "=" + value;
        return new ApiRequest(longer, address(address, parameter, value), longer);
    }

    /** The same with a value of an optional parameter. */
    ApiRequest adding(ApiParameter parameter, String value) {
        String added = parameter.listed().isEmpty() ? parameter.name() : parameter.name() + "=" + value;
        return new ApiRequest(label + separator() + added, address(address, parameter, value), label);
    }

    private String separator() {
        return label.contains("?") ? "&" : "?";
    }

    /** The address with a value of a parameter. */
    static String address(String address, ApiParameter parameter, String value) {
        String encoded = URLEncoder.encode(value, StandardCharsets.UTF_8);
        return parameter.isInPath()
                ? address.replace("{" + parameter.name() + "}", encoded)
                : address + parameter.name() + "=" + encoded + "&";
    }
}
