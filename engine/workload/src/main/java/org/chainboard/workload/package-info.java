/**
 * What speed is measured on. Uses the engine. Start reading at {@link org.chainboard.workload.Workload}; {@link
 * org.chainboard.workload.StepPlan} is one training step of it as a plan.
 */
package org.chainboard.workload;
