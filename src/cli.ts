#!/usr/bin/env node
/** The commands. Results on stdout, notes on stderr, the exit code tells. */
import { Command } from 'commander'
import { startCommand } from './commands/start.ts'

const program = new Command('guanjia')
program.description('管家: the resident service assistant for property offices').showHelpAfterError()

program
  .command('start')
  .description(
    'everything; on an empty database a small demo estate (示范小区), so that the first message works',
  )
  .action(() => finish(startCommand()))

await program.parseAsync()

async function finish(work: Promise<number>): Promise<void> {
  process.exitCode = await work
}
