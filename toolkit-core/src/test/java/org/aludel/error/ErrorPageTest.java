package org.aludel.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.aludel.testing.ErrorPage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ErrorPageTest {
  static Stream<List<? extends ErrorCode>> areas() {
    return Stream.of(
        List.of(SqlCode.values()),
        List.of(SchemaCode.values()),
        List.of(TypeCode.values()),
        List.of(EngineCode.values()),
        List.of(MappingCode.values()),
        List.of(SessionCode.values()),
        List.of(MigrationCode.values()));
  }

  @ParameterizedTest
  @MethodSource("areas")
  void everyCodeHasItsSectionAndEverySectionItsCode(List<? extends ErrorCode> codes) {
    assertThat(ErrorPage.codes(codes.get(0).area()))
        .containsExactlyInAnyOrderElementsOf(codes.stream().map(ErrorCode::id).toList());
  }
}
