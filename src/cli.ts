#!/usr/bin/env node
/** The commands. Results on stdout, notes on stderr, the exit code tells. */
import { Command, Option } from 'commander'
import { converseCommand, converseHelp } from './commands/converse.ts'
import { estateImportCommand, estateImportHelp } from './commands/estateImport.ts'
import { migrateCommand, migrateHelp } from './commands/migrate.ts'
import { recordKinds, recordsCommand, recordsHelp } from './commands/records.ts'
import { terminalIo } from './commands/terminalIo.ts'
import { understandCommand, understandHelp } from './commands/understand.ts'

const io = terminalIo(process)
const program = new Command('guanjia')
program.description('管家: the resident service assistant for property offices').showHelpAfterError()

program
  .command('start')
  .description(
    'everything; on an empty database a small demo estate (示范小区), so that the first message works',
  )
  // Loaded only here: a house brings its channels along, the other commands do not need them.
  .action(async () => finish((await import('./commands/start.ts')).startCommand()))

program
  .command('migrate')
  .description('brings the database up to date; refuses one newer than the code')
  .addHelpText('after', migrateHelp)
  .action(() => finish(migrateCommand({}, io)))

program
  .command('estate')
  .description('estates, buildings, rooms, residents, staff')
  .command('import <file>')
  .description('imports an estate from CSV or JSON; all or nothing, every bad line reported with its number')
  .addHelpText('after', estateImportHelp)
  .action((file: string) => finish(estateImportCommand({ file }, io)))

program
  .command('records')
  .description('one record a line, with its clocks and its whole story')
  .addOption(new Option('--kind <kind>', 'only this kind').choices([...recordKinds]))
  .option('--since <time>', 'only records made since this ISO time')
  .option('--estate <name>', 'only this estate')
  .addOption(new Option('--format <format>', 'jsonl or csv').choices(['jsonl', 'csv']).default('jsonl'))
  .addHelpText('after', recordsHelp)
  .action((options: Parameters<typeof recordsCommand>[0]) => finish(recordsCommand(options, io)))

program
  .command('understand')
  .description('JSON lines {id,text} in, {id,intent,urgent,slots} out')
  .option('--now <iso>', 'the time the messages were written')
  .option('--explain', 'which cues spoke for which intent')
  .addHelpText('after', understandHelp)
  .action((options: Parameters<typeof understandCommand>[0]) => finish(understandCommand(options, io)))

program
  .command('converse <file>')
  .description('plays dialogues against the real conversations on a throw-away embedded database')
  .option('--now <iso>', 'the time a dialogue without a start begins')
  .option('--records', 'prints only the records that result, one line a dialogue')
  .addHelpText('after', converseHelp)
  .action((file: string, options: Omit<Parameters<typeof converseCommand>[0], 'file'>) =>
    finish(converseCommand({ file, ...options }, io)),
  )

await program.parseAsync()

async function finish(work: Promise<number>): Promise<void> {
  process.exitCode = await work
}
