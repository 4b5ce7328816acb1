require('../start.js').start('assess');
