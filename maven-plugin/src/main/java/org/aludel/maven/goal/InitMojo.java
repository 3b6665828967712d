package org.aludel.maven.goal;

import org.aludel.maven.report.InitPage;
import org.aludel.maven.report.Lines;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugins.annotations.Mojo;

/**
 * Prints what to copy into a project: dependencies, annotation processor, plugin and aludel.yaml.
 * Writes nothing. Example: {@code mvn org.aludel:aludel-maven-plugin:init}
 */
@Mojo(name = "init", requiresProject = false, aggregator = true, threadSafe = true)
public final class InitMojo extends AbstractMojo {
  @Override
  public void execute() {
    new InitPage().write(Lines.of(getLog()));
  }
}
