package org.aludel.benchmarks.peer;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.aludel.benchmarks.peer.jpa.JpaAuthor;
import org.aludel.benchmarks.peer.jpa.JpaBook;
import org.aludel.benchmarks.peer.jpa.JpaItem;
import org.aludel.benchmarks.peer.jpa.JpaReading;
import org.aludel.benchmarks.peer.jpa.JpaStock;
import org.hibernate.bytecode.enhance.spi.DefaultEnhancementContext;
import org.hibernate.bytecode.enhance.spi.Enhancer;
import org.hibernate.bytecode.internal.BytecodeProviderInitiator;

/** Entities as the build plug-in of Hibernate makes them: lazy initialisation, dirty tracking. */
final class EnhancedClasses {
  private static final List<Class<?>> ENTITIES =
      List.of(JpaItem.class, JpaAuthor.class, JpaBook.class, JpaStock.class, JpaReading.class);

  private EnhancedClasses() {}

  static void write(Path target) throws IOException {
    Enhancer enhancer =
        BytecodeProviderInitiator.buildDefaultBytecodeProvider().getEnhancer(new Context());
    for (Class<?> entity : ENTITIES) {
      String name = entity.getName().replace('.', '/') + ".class";
      try (InputStream compiled = entity.getResourceAsStream("/" + name)) {
        byte[] enhanced = enhancer.enhance(entity.getName(), compiled.readAllBytes());
        if (enhanced != null) {
          Path file = target.resolve(name);
          Files.createDirectories(file.getParent());
          Files.write(file, enhanced);
        }
      }
    }
  }

  private static final class Context extends DefaultEnhancementContext {
    @Override
    public boolean doBiDirectionalAssociationManagement(
        org.hibernate.bytecode.enhance.spi.UnloadedField field) {
      return false;
    }
  }
}
