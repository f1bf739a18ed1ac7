return GrooveGuru.Host.Cli.HostCommand.Run(args);
