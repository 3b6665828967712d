package org.aludel.orm.freight;

import org.aludel.orm.mapping.DeclarativeBase;

/** Joined tables whose ids come from a sequence. */
public abstract class FreightBase extends DeclarativeBase {}
