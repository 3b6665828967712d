package org.aludel.orm.heirs;

import org.aludel.orm.mapping.DeclarativeBase;

/** The entities that the tests of inherited hybrids use. */
public abstract class HeirsBase extends DeclarativeBase {}
