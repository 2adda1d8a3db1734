package org.culvert.cli;

import org.culvert.client.Doctor;
import org.culvert.failure.FailureCode;
import org.culvert.ipc.Json;
import org.jspecify.annotations.Nullable;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code doctor}: looks at this machine and says what would help; exits with the first problem. */
final class DoctorCommand {
    private DoctorCommand() {}

    static int run(Command command, Terminal terminal) {
        List<Doctor.Finding> findings = Doctor.examine(command.socket(), terminal.locale());
        if (command.json()) {
            terminal.say(Json.pretty(findings.stream().map(DoctorCommand::row).toList()));
        } else {
            findings.forEach(finding -> print(finding, terminal));
        }
        return findings.stream()
                .flatMap(finding -> finding.problem().stream())
                .map(FailureCode::exitCode)
                .findFirst()
                .orElse(0);
    }

    private static void print(Doctor.Finding finding, Terminal terminal) {
        String code = finding.problem().map(FailureCode::text).orElse("ok");
        terminal.say("%-6s %s: %s".formatted(code, finding.name(), finding.text()));
    }

    private static Map<String, @Nullable Object> row(Doctor.Finding finding) {
        var row = new LinkedHashMap<String, @Nullable Object>();
        row.put("name", finding.name());
        row.put("text", finding.text());
        row.put("code", finding.problem().map(FailureCode::text).orElse(null));
        return row;
    }
}
